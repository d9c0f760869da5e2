/** News for a hospital's own system, sent to it: signed, and tried again until it is taken. */
@NullMarked
package rescue.hospital.protocol.webhook;

import org.jspecify.annotations.NullMarked;
