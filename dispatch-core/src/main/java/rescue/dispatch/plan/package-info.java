/** Many patients at one scene: who rides with which unit to which hospital, all chosen together. */
@NullMarked
package rescue.dispatch.plan;

import org.jspecify.annotations.NullMarked;
