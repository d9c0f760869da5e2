package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import io.vertx.openapi.contract.Operation;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.account.Role;

@ExtendWith(VertxExtension.class)
class PermissionsTest {

    @Test
    void every_operation_of_the_contract_has_a_row_and_no_other(Vertx vertx, VertxTestContext test) {
        Contract.load(vertx)
                .map(Contract::requests)
                .onComplete(test.succeeding(contract -> test.verify(() -> {
                    Set<String> inContract = contract.operations().stream()
                            .map(Operation::getOperationId)
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertEquals(inContract, new TreeSet<>(Permissions.listOperations()));
                    test.completeNow();
                })));
    }

    @Test
    void what_the_contract_asks_no_login_for_is_public_and_nothing_else(Vertx vertx, VertxTestContext test) {
        Contract.load(vertx)
                .map(Contract::requests)
                .onComplete(test.succeeding(contract -> test.verify(() -> {
                    for (Operation operation : contract.operations()) {
                        String id = operation.getOperationId();
                        assertEquals(operation.getSecurityRequirements().isEmpty(), Permissions.isPublic(id), id);
                    }
                    test.completeNow();
                })));
    }

    @Test
    void an_operation_without_a_row_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Permissions.mayCall(Role.ADMIN, "deleteEverything"));
    }

    // spotless:off
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            OPERATOR   | createAssignment  | true
            SUPERVISOR | createAssignment  | true
            CREW       | createAssignment  | false
            HOSPITAL   | createAssignment  | false
            ADMIN      | createAssignment  | false
            CREW       | recordStatus      | true
            HOSPITAL   | recordStatus      | false
            OPERATOR   | reportCapacity    | true
            CREW       | reportCapacity    | false
            HOSPITAL   | reportCapacity    | true
            HOSPITAL   | listIncidents     | false
            COMMITTEE  | listIncidents     | false
            SECTOR     | createRoadClosure | true
            CREW       | createRoadClosure | false
            COMMITTEE  | createAlert       | true
            """)
    // spotless:on
    void may_call(Role role, String operation, boolean allowed) {
        assertEquals(allowed, Permissions.mayCall(role, operation));
    }
}
