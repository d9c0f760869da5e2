/**
 * Bad nights with real processes: nodes and PostgreSQL in network namespaces of their own, people who go on asking, faults
 * drawn from a seed, and one checker at the end that reads what was acknowledged and what is there.
 */
@NullMarked
package rescue.story.fault;

import org.jspecify.annotations.NullMarked;
