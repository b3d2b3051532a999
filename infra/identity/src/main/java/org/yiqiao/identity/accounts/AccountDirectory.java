package org.yiqiao.identity.accounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yiqiao.contracts.PersonId;
import org.yiqiao.contracts.Post;

/** All accounts; they change only with the configuration, at the next start. */
public final class AccountDirectory {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern ENCODED = Pattern.compile("\\{[^}]+}.+");

    private final Map<String, Account> accounts = new TreeMap<>();

    /**
     * @param clearText whether a password may be kept as it is typed
     * @throws IllegalStateException if an account is not as it has to be
     */
    AccountDirectory(Map<String, AccountProperties.Entry> entries, boolean clearText) {
        entries.forEach((name, entry) -> accounts.put(name, createAccount(name, entry, clearText)));
    }

    public Optional<Account> findByName(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    private static Account createAccount(String name, AccountProperties.Entry entry, boolean clearText) {
        if (!NAME.matcher(name).matches()) {
            throw invalidAccount(name, "its name has to be letters, digits, dots, dashes or underscores, at most 64");
        }
        String password = entry.password();
        if (password == null || !ENCODED.matcher(password).matches()) {
            throw invalidAccount(name, "its password has to be encoded, such as {bcrypt}$2y$10$…");
        }
        if (password.startsWith("{noop}") && !clearText) {
            throw invalidAccount(
                    name, "a password that is not encoded is good only while server.address is a loopback address");
        }
        String id = entry.id();
        if (id == null || id.isBlank()) {
            throw invalidAccount(name, "it has no id");
        }
        if (!PersonId.isValid(id)) {
            throw invalidAccount(name, "its id has to be visible characters of ASCII, at most 200");
        }
        List<Post> posts = entry.posts().stream()
                .map(word -> Post.parse(word).orElseThrow(() -> invalidAccount(name, '"' + word + "\" is no post")))
                .toList();
        return new Account(name, id, password, posts, entry.uses());
    }

    private static IllegalStateException invalidAccount(String name, String what) {
        return new IllegalStateException("The account " + name + " cannot be used: " + what + ".");
    }
}
