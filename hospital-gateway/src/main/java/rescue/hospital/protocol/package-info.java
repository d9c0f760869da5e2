/** What the hospitals' machines say and hear: each protocol in a package of its own, one report and one way to file it. */
@NullMarked
package rescue.hospital.protocol;

import org.jspecify.annotations.NullMarked;
