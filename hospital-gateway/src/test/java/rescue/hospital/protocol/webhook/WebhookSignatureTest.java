package rescue.hospital.protocol.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSignatureTest {

    /** Reckoned by another implementation (Python's hmac). */
    @Test
    void is_what_others_reckon() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                WebhookSignature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}"));
    }

    @Test
    void each_secret_is_another() {
        var chance = new SecureRandom();
        assertNotEquals(WebhookSignature.newSecret(chance), WebhookSignature.newSecret(chance));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource({
        "https://his.bv01.example/news,        false, true",
        "https://10.1.2.3:8443/news,           false, true",
        "http://10.1.2.3/news,                 false, true",
        "http://192.168.1.9:8080/news?a=b,     false, true",
        "http://172.20.1.9/,                   false, true",
        "http://[fd00::1]/news,                false, true",
        "http://his.bv01.example/news,         true,  false",
        "http://172.32.1.9/,                   true,  false",
        "http://127.0.0.1:9000/,               false, false",
        "http://127.0.0.1:9000/,               true,  true",
        "https://localhost/,                   false, false",
        "https://0.0.0.0/,                     false, false",
        "https://[::1]/,                       false, false",
        "https://[::ffff:127.0.0.1]/,          false, false",
        "https://169.254.169.254/latest,       true,  false",
        "https://2130706433/,                  false, false",
        "https://0x7f.1/,                      false, false",
        "https://127.1/,                       false, false",
        "https://0177.0.0.1/,                  false, false",
        "https://user:pass@his.bv01.example/,  true,  false",
        "ftp://10.1.2.3/,                      true,  false",
        "file:///etc/passwd,                   true,  false",
        "https:///news,                        true,  false",
        "news,                                 true,  false"
    })
    // spotless:on
    void news_goes_by_tls_or_within_a_private_network(String url, boolean thisMachineToo, boolean may) {
        assertEquals(may, WebhookAddress.read(url, thisMachineToo).isPresent());
    }

    @Test
    void waiting_grows_to_an_hour_and_ends_after_a_day() {
        assertEquals(Optional.of(Duration.ofSeconds(5)), WebhookBackoff.after(1));
        assertEquals(Optional.of(Duration.ofHours(1)), WebhookBackoff.after(5));
        Duration all = IntStream.range(1, 100)
                .mapToObj(tries -> WebhookBackoff.after(tries).orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
        assertTrue(all.compareTo(Duration.ofHours(22)) > 0 && all.compareTo(Duration.ofHours(25)) < 0, all.toString());
        assertEquals(Optional.empty(), WebhookBackoff.after(99));
    }
}
