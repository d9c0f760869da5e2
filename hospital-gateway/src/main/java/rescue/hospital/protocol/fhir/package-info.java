/** HL7 FHIR R4: the hospital, what it has, and who is on the way to it, as resources. */
@NullMarked
package rescue.hospital.protocol.fhir;

import org.jspecify.annotations.NullMarked;
