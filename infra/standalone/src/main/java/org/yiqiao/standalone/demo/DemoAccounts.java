package org.yiqiao.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.Role;
import org.yiqiao.identity.OwnerOnlyFile;
import org.yiqiao.identity.accounts.RandomPasswordGenerator;

/**
 * The accounts of the demo town: one for each role, and one for the chief of each grid. If only this machine can
 * connect, all accounts share one publicly known password. Otherwise each account has its own random password, stored
 * in a file.
 */
public final class DemoAccounts {

    private static final String SHARED_PASSWORD = "demo-town";

    /** Sufficient for passwords of 120 random bits, which cannot be guessed even if each guess is fast. */
    private static final int BCRYPT_STRENGTH = 4;

    private static final String COMMUNITY = DemoTerritory.TOWN + "004";
    private static final String GRID = DemoTerritory.gridCode(3, 0);
    private static final String MICRO_GRID = GRID + "01";

    private final List<AccountEntry> accounts = new ArrayList<>();
    private final @Nullable Map<String, String> passwords;

    private record AccountEntry(String name, String id, Post post) {}

    /** @param onlyThisMachine whether other machines cannot connect */
    public DemoAccounts(Path dataDir, boolean onlyThisMachine) {
        for (Role role : Role.values()) {
            accounts.add(accountFor(role));
        }
        for (int community = 0; community < DemoTerritory.COMMUNITIES.size(); community++) {
            for (int grid = 0; grid < DemoTerritory.GRIDS_PER_COMMUNITY; grid++) {
                String chief = DemoScenario.chiefId(community, grid);
                accounts.add(new AccountEntry(
                        chief, chief, new Post(Role.GRID_CHIEF, DemoTerritory.gridCode(community, grid))));
            }
        }
        passwords = onlyThisMachine ? null : loadOrCreatePasswords(dataDir.resolve("demo-accounts.txt"));
    }

    /** Returns the accounts as properties of the token issuer. */
    public Map<String, String> identityProperties() {
        BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(BCRYPT_STRENGTH);
        Map<String, String> settings = new LinkedHashMap<>();
        for (AccountEntry account : accounts) {
            String prefix = "yiqiao.identity.accounts." + account.name() + ".";
            settings.put(prefix + "id", account.id());
            settings.put(prefix + "posts", account.post().toText());
            settings.put(prefix + "uses", "sign-in,program");
            settings.put(
                    prefix + "password",
                    passwords == null
                            ? "{noop}" + SHARED_PASSWORD
                            : "{bcrypt}" + encoder.encode(passwordOf(account.name())));
        }
        return settings;
    }

    /** Returns the account table for the console. */
    public String consoleTable() {
        String rows = accounts.stream()
                .limit(Role.values().length)
                .map(account -> "%-20s  %-40s%s"
                        .formatted(
                                account.name(),
                                account.post().toText(),
                                passwords == null ? "" : "  " + passwordOf(account.name())))
                .collect(Collectors.joining("\n"));
        String password = passwords == null
                ? "every account has the password  " + SHARED_PASSWORD + "  (only while no other machine can connect)"
                : "all passwords, also of chief-1-1 to chief-4-6, are in demo-accounts.txt in the data folder";
        return "Demo accounts       " + password + "\n\n" + rows;
    }

    /** Returns the name of the account with this id. */
    Optional<String> nameOf(String id) {
        return accounts.stream()
                .filter(account -> account.id().equals(id))
                .map(AccountEntry::name)
                .findFirst();
    }

    String passwordOf(String name) {
        return passwords == null ? SHARED_PASSWORD : Objects.requireNonNull(passwords.get(name), name);
    }

    private static AccountEntry accountFor(Role role) {
        return switch (role) {
            case RESIDENT -> account(role, DemoScenario.RESIDENT, DemoTerritory.TOWN);
            case VOLUNTEER -> account(role, "volunteer-1", COMMUNITY);
            case STAIRWELL_STEWARD -> account(role, "steward-1", MICRO_GRID);
            case MICRO_GRID_CHIEF -> account(role, "micro-chief-1", MICRO_GRID);
            case GRID_MEMBER -> account(role, "member-1", GRID);
            case GRID_CHIEF -> account(role, DemoScenario.chiefId(3, 0), GRID);
            case COMMUNITY_WORKER -> account(role, "worker-7", COMMUNITY);
            case COMMUNITY_SECRETARY -> account(role, "secretary-4", COMMUNITY);
            case DEPARTMENT_HANDLER -> account(role, "handler-1", "department:urban-management");
            case PROPERTY_MANAGER -> account(role, "property-1", COMMUNITY);
            case OWNERS_COMMITTEE -> account(role, "owners-1", COMMUNITY);
            case ORGANIZATION_LEAD -> account(role, "lead-1", "organization:" + organizationId());
            case TOWN_OPERATOR -> account(role, DemoScenario.OPERATOR, DemoTerritory.TOWN);
            case TOWN_LEADER -> account(role, "leader-1", DemoTerritory.TOWN);
            case AUDITOR -> account(role, "auditor-1", Post.ANY_SCOPE);
            case ADMINISTRATOR -> account(role, "administrator-1", Post.ANY_SCOPE);
        };
    }

    private static AccountEntry account(Role role, String id, String scope) {
        return new AccountEntry(role.wireName(), id, new Post(role, scope));
    }

    /**
     * Returns the id that the service derives from the caller and the idempotency key when the organization is filed.
     */
    private static String organizationId() {
        return uuid(DemoScenario.OPERATOR + "\n" + uuid(DemoScenario.ORGANIZATION_KEY));
    }

    private static String uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Map<String, String> loadOrCreatePasswords(Path file) {
        try {
            if (!Files.exists(file)) {
                OwnerOnlyFile.write(
                        file,
                        accounts.stream()
                                .map(account -> account.name() + " " + RandomPasswordGenerator.generate() + "\n")
                                .collect(Collectors.joining()));
            }
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(words -> words[0], words -> words[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
