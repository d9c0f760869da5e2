/** The HTTP interface: requests are checked against the contract, read, run and replied to; refusals have one form. */
@NullMarked
package rescue.dispatch.shell.web;

import org.jspecify.annotations.NullMarked;
