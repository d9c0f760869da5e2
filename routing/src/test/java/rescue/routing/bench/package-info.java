/** The harness behind {@code deploy/bench routing}: fresh JVMs, designs and peers interleaved, answers compared. */
@NullMarked
package rescue.routing.bench;

import org.jspecify.annotations.NullMarked;
