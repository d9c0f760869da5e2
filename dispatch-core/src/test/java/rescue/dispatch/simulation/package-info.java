/**
 * The real domain and the real use cases on simulated nodes: a clock, an order of things, lost and doubled messages and
 * crashes between any two steps, all drawn from one seed. A run that breaks an invariant can be run again, step by step.
 */
@NullMarked
package rescue.dispatch.simulation;

import org.jspecify.annotations.NullMarked;
