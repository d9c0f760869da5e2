/** Capacity by text message, from telephones that are registered: for a ward whose network is down, or that has none. */
@NullMarked
package rescue.hospital.protocol.sms;

import org.jspecify.annotations.NullMarked;
