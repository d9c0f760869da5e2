/** The road book of a province: roads and posts from tables, the nearest post, and the same roads written as a map. */
@NullMarked
package rescue.routing.book;

import org.jspecify.annotations.NullMarked;
