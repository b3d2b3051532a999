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
import org.yiqiao.bench.load.RowExistenceCheck;

/** Looks up rows in a PostgreSQL table by {@code id}. */
record PostgresRowExistenceCheck(Connection connection) implements RowExistenceCheck {

    private static final String SELECT_EXISTING = "select id::text from request_row where id = any (?)";

    static PostgresRowExistenceCheck of(String jdbcUrl) throws SQLException {
        return new PostgresRowExistenceCheck(DriverManager.getConnection(jdbcUrl));
    }

    @Override
    public Set<String> findExisting(Collection<String> ids) {
        Set<String> existing = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT_EXISTING)) {
            Array uuids = connection.createArrayOf("uuid", ids.toArray());
            select.setArray(1, uuids);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    existing.add(rows.getString(1));
                }
            }
            return existing;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot look up the rows", e);
        }
    }
}
