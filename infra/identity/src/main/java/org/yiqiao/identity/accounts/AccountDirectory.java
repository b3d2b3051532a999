package org.yiqiao.identity.accounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yiqiao.contracts.PersonIdSyntax;
import org.yiqiao.contracts.Post;

/** Finds accounts by name. Accounts change only with the configuration, at the next start. */
public final class AccountDirectory {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern ENCODED = Pattern.compile("\\{[^}]+}.+");

    private final Map<String, Account> accounts = new TreeMap<>();

    /**
     * @param clearTextAllowed whether unencoded passwords ({@code {noop}}) are accepted
     * @throws IllegalStateException if an account is invalid
     */
    AccountDirectory(Map<String, AccountProperties.Entry> entries, boolean clearTextAllowed) {
        entries.forEach((name, entry) -> accounts.put(name, createAccount(name, entry, clearTextAllowed)));
    }

    public Optional<Account> findByName(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    /**
     * Creates a valid account.
     *
     * @throws IllegalStateException if the entry is invalid; the message names the account and the reason
     */
    static Account createAccount(String name, AccountProperties.Entry entry, boolean clearTextAllowed) {
        if (!NAME.matcher(name).matches()) {
            throw invalidAccount(
                    name,
                    "its name must be at most 64 letters, digits, dots, dashes or underscores"
                            + " and start with a letter or digit");
        }
        String password = entry.password();
        if (password == null || !ENCODED.matcher(password).matches()) {
            throw invalidAccount(name, "its password must be encoded, for example {bcrypt}$2y$10$…");
        }
        if (password.startsWith("{noop}") && !clearTextAllowed) {
            throw invalidAccount(
                    name, "an unencoded password is allowed only while server.address is a loopback address");
        }
        String id = entry.id();
        if (id == null || id.isBlank()) {
            throw invalidAccount(name, "it has no id");
        }
        if (!PersonIdSyntax.isValid(id)) {
            throw invalidAccount(name, "its id must be at most 200 visible ASCII characters, and not \"anonymous\"");
        }
        List<Post> posts = entry.posts().stream()
                .map(post -> Post.parse(post).orElseThrow(() -> invalidAccount(name, '"' + post + "\" is not a post")))
                .toList();
        return new Account(name, id, password, posts, entry.uses());
    }

    private static IllegalStateException invalidAccount(String name, String reason) {
        return new IllegalStateException("Account " + name + " is invalid: " + reason + ".");
    }
}
