package rescue.deploy.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PgHostsTest {

    @Test
    void one_host_is_as_it_always_was() {
        PgHosts one = PgHosts.of("postgresql://postgres@127.0.0.1:54329/rescue");
        assertEquals(1, one.servers().size());
        assertEquals("jdbc:postgresql://127.0.0.1:54329/rescue?targetServerType=primary", one.jdbcUrl());
    }

    @Test
    void a_primary_and_its_standbys_are_one_address() {
        PgHosts all = PgHosts.of("postgresql://rescue:s3%40cret@db1:5432,db2:5433,10.0.0.3/province");
        assertEquals("db1:5432, db2:5433, 10.0.0.3:5432", all.toString());
        assertEquals(
                "jdbc:postgresql://db1:5432,db2:5433,10.0.0.3:5432/province?targetServerType=primary", all.jdbcUrl());
        all.servers().forEach(server -> {
            assertEquals("rescue", server.getUser());
            assertEquals("s3@cret", server.getPassword());
            assertEquals("province", server.getDatabase());
            assertEquals("5000", server.getProperties().get("idle_in_transaction_session_timeout"));
        });
        assertFalse(all.toString().contains("cret"), "what is said aloud holds no password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "db1:5432/rescue", "jdbc:postgresql://db1/rescue", "mysql://db1/rescue"})
    void what_is_no_such_address_is_refused(String broken) {
        assertThrows(IllegalArgumentException.class, () -> PgHosts.of(broken));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            28P01 | refuses user rescue or its password | false
            28000 | refuses user rescue or its password | false
            3D000 | has no such database                | false
            42501 | may not make the tables             | false
            08001 | cannot be reached                   | true
            57P03 | cannot be reached                   | true
            42P07 | was taken back whole                | false
            """)
    void each_refusal_says_what_to_do_and_only_weather_is_waited_for(String state, String says, boolean waits) {
        var failure = new SQLException("FATAL: something in the database's own words", state);
        var refusal = DatabaseRefusal.of(
                new IllegalStateException("wrapped", failure), PgHosts.of("postgresql://rescue:secret@db1/province"));
        String sentence = String.valueOf(refusal.getMessage());
        assertTrue(sentence.contains(says), sentence);
        assertTrue(sentence.contains("db1:5432"), sentence);
        assertFalse(sentence.contains("secret"), sentence);
        assertEquals(waits, DatabaseRefusal.mayPass(failure));
    }
}
