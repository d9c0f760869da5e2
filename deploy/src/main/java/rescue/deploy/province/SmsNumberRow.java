package rescue.deploy.province;

/**
 * A row of {@code sms-numbers.csv}: a telephone that speaks for a hospital.
 *
 * @param phone in international form
 * @param who has it, as its reports are signed
 */
public record SmsNumberRow(String phone, String hospitalId, String who) {}
