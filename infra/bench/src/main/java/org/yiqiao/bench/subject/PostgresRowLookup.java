package org.yiqiao.bench.subject;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.yiqiao.bench.load.RowLookup;

/** Rows of a table of PostgreSQL, by their {@code id}. */
record PostgresRowLookup(Connection connection) implements RowLookup {

    private static final String PRESENT = "select id::text from request_row where id = any (?)";

    static PostgresRowLookup of(String jdbcUrl) throws SQLException {
        return new PostgresRowLookup(DriverManager.getConnection(jdbcUrl));
    }

    @Override
    public Set<String> findExisting(Collection<String> ids) {
        Set<String> present = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(PRESENT)) {
            Array wanted = connection.createArrayOf("uuid", ids.toArray());
            select.setArray(1, wanted);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    present.add(rows.getString(1));
                }
            }
            return present;
        } catch (SQLException e) {
            throw new IllegalStateException("The rows cannot be looked at", e);
        }
    }
}
