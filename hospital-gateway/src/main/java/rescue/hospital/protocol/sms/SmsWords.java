package rescue.hospital.protocol.sms;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Service;

/** The words of a message, without diacritics, as a nurse types them with one thumb: the only table of them. */
final class SmsWords {

    /** Two words are never taken for three: the longest that fits is meant. */
    private static final int LONGEST_PHRASE = 6;

    // spotless:off
    static final Map<String, BedKind> BEDS = Map.ofEntries(
        Map.entry("CC",                     BedKind.EMERGENCY),
        Map.entry("CAP CUU",                BedKind.EMERGENCY),
        Map.entry("CT",                     BedKind.TRAUMA), // of beds; of services it is the scanner
        Map.entry("CHAN THUONG",            BedKind.TRAUMA),
        Map.entry("ICU",                    BedKind.ICU),
        Map.entry("HSTC",                   BedKind.ICU),
        Map.entry("HOI SUC",                BedKind.ICU),
        Map.entry("HOI SUC TICH CUC",       BedKind.ICU),
        Map.entry("NGOAI",                  BedKind.SURGERY),
        Map.entry("NGOAI KHOA",             BedKind.SURGERY),
        Map.entry("PHAU THUAT",             BedKind.SURGERY),
        Map.entry("MO",                     BedKind.SURGERY),
        Map.entry("NHI",                    BedKind.PAEDIATRIC),
        Map.entry("NHI KHOA",               BedKind.PAEDIATRIC),
        Map.entry("SAN",                    BedKind.MATERNITY),
        Map.entry("SAN KHOA",               BedKind.MATERNITY));

    static final Map<String, Service> SERVICES = Map.ofEntries(
        Map.entry("MO CHAN THUONG",         Service.TRAUMA_SURGERY),
        Map.entry("PHAU THUAT CHAN THUONG", Service.TRAUMA_SURGERY),
        Map.entry("CT",                     Service.CT),
        Map.entry("CHUP CT",                Service.CT),
        Map.entry("MAU",                    Service.BLOOD),
        Map.entry("TRUYEN MAU",             Service.BLOOD),
        Map.entry("ICU",                    Service.ICU),
        Map.entry("HOI SUC",                Service.ICU),
        Map.entry("MAY THO",                Service.VENTILATOR),
        Map.entry("MO SO NAO",              Service.NEUROSURGERY),
        Map.entry("PHAU THUAT THAN KINH",   Service.NEUROSURGERY),
        Map.entry("BONG",                   Service.BURNS),
        Map.entry("DIEU TRI BONG",          Service.BURNS),
        Map.entry("LOC MAU",                Service.DIALYSIS),
        Map.entry("CHAY THAN",              Service.DIALYSIS),
        Map.entry("HUYET THANH",            Service.ANTIVENOM),
        Map.entry("SAN",                    Service.OBSTETRICS),
        Map.entry("SAN KHOA",               Service.OBSTETRICS),
        Map.entry("NHI",                    Service.PAEDIATRICS),
        Map.entry("NHI KHOA",               Service.PAEDIATRICS));

    static final Map<String, EmsTraffic> TRAFFIC = Map.of(
        "NHAN",      EmsTraffic.NORMAL,
        "HAN CHE",   EmsTraffic.ADVISORY,
        "NGUNG NHAN", EmsTraffic.CLOSED,
        "DONG",      EmsTraffic.CLOSED);
    // spotless:on

    static final List<String> BEDS_FOLLOW = List.of("GIUONG");
    static final List<String> NO_BEDS_FOLLOW = List.of("HET GIUONG");
    static final List<String> SERVICES_FOLLOW = List.of("CO");
    static final List<String> NO_SERVICES_FOLLOW = List.of("HET", "KHONG", "KHONG CO");
    static final List<String> UNCHANGED = List.of("KHONG DOI", "NHU CU");

    private SmsWords() {}

    /** In capitals, without diacritics and without punctuation; what is no whole number stays as it is, to be refused. */
    static List<String> split(String text) {
        String plain = Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("(?<=[\\p{L}])(?=[0-9])", " ") // ICU2
                .replaceAll("[;:=!?]", " ")
                .replaceAll("[,.](?![0-9])|(?<![0-9])[,.]", " ") // 32,323 stays, to be refused
                .strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split("\\s+"));
    }

    /** The longest phrase among those that begins at that word. */
    static Optional<String> phraseAt(List<String> words, int at, Iterable<String> among) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            String phrase = String.join(" ", words.subList(at, at + length));
            for (String each : among) {
                if (each.equals(phrase)) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    static int length(String phrase) {
        return phrase.split(" ").length;
    }
}
