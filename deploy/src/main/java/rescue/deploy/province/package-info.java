/** The registers of a province as they lie in its data folder. */
@NullMarked
package rescue.deploy.province;

import org.jspecify.annotations.NullMarked;
