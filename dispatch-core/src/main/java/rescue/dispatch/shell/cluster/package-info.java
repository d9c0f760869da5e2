/** Several nodes as one: who is there, and what their screens share. The only place that knows Hazelcast. */
@NullMarked
package rescue.dispatch.shell.cluster;

import org.jspecify.annotations.NullMarked;
