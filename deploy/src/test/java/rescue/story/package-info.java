/** The stories, told over real HTTP to a server that runs as a process of its own. */
@NullMarked
package rescue.story;

import org.jspecify.annotations.NullMarked;
