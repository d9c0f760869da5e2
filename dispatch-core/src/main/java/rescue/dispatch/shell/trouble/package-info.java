/** What is wrong with the house itself, for the desk to see: never hidden in a log that nobody reads at night. */
@NullMarked
package rescue.dispatch.shell.trouble;

import org.jspecify.annotations.NullMarked;
