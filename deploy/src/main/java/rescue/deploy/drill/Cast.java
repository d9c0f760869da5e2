package rescue.deploy.drill;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Everybody whom the drill plays. */
final class Cast {

    private static final String ANYBODY = "";

    /** The desk of the drill has an account of its own, so that the timeline tells its acts from those of whoever works along. */
    static final String DESK_ACCOUNT = "drill";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Map<String, Voice> voices = new HashMap<>();
    private final URI api;

    /** @param api ends with a slash */
    Cast(URI api) {
        this.api = api;
    }

    Voice anybody() {
        return voice(ANYBODY);
    }

    Voice desk() {
        return voice(DESK_ACCOUNT);
    }

    Voice crew(String unitId) {
        return voice("crew-" + unitId);
    }

    Voice ward(String hospitalId) {
        return voice("hospital-" + hospitalId);
    }

    private Voice voice(String account) {
        return voices.computeIfAbsent(account, name -> new Voice(http, api, name));
    }
}
