package rescue.dispatch.port;

import java.util.UUID;

/** Names for new things. The flow asks for them, so that a replay can give the same ones. */
public interface Ids {

    /** Unique, and later ones sort after earlier ones. */
    UUID next();

    /** Unguessable, for people to read out: no letter that looks like another. */
    String trackingCode();
}
