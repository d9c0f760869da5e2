@NullMarked
package rescue.deploy.supervisor;

import org.jspecify.annotations.NullMarked;
