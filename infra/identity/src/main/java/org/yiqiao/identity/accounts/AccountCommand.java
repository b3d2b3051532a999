package org.yiqiao.identity.accounts;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Adds an account from the console: {@code account NAME POST... [--id=ID] [--use=sign-in|program]}. It prints the
 * password that it generates. The issuer uses the account after its next start.
 */
public final class AccountCommand {

    /** The first argument, which selects this command. */
    public static final String NAME = "account";

    private static final String USAGE = """
            Adds an account to the built-in issuer and prints its password.
              account NAME POST... [--id=ID] [--use=sign-in|program] [--yiqiao.data-dir=FOLDER]
            NAME  the name for signing in: letters, digits, dots, dashes or underscores
            POST  role@scope, such as community-worker@330109106004
            --id  pseudonymous and permanent, since events refer to it; a random one by default
            """;

    private final AccountPasswordEncoder encoder = new AccountPasswordEncoder();
    private final PrintStream out;
    private final PrintStream err;

    public AccountCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Adds the account.
     *
     * @param args without the name of the command
     * @return the exit status: 0 after success, 1 if the account cannot be added, 2 after wrong arguments
     */
    public int run(String... args) {
        ApplicationArguments line = new DefaultApplicationArguments(args);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        List<String> words = line.getNonOptionArgs();
        if (words.size() < 2) {
            err.print(USAGE);
            return 2;
        }
        String name = words.getFirst();
        String password = RandomPasswordGenerator.generate();
        try {
            AccountProperties.Entry entry = new AccountProperties.Entry(
                    id(line),
                    Objects.requireNonNull(encoder.encode(password)),
                    words.subList(1, words.size()),
                    uses(line));
            AccountDirectory.createAccount(name, entry, false);
            AccountFile file =
                    new AccountFile(Path.of(environment.getProperty("yiqiao.data-dir", "./data"), "identity"));
            file.add(name, entry);
            out.printf(
                    "Added %s to %s.%nPassword: %s%nRestart identity to use the account.%n",
                    name, file.path(), password);
            return 0;
        } catch (IllegalStateException e) {
            err.println(e.getMessage());
            return 2;
        } catch (AccountFileException e) {
            err.println(e.getMessage());
            return 1;
        } catch (IOException e) {
            err.println("Cannot change the file of accounts: " + e);
            return 1;
        }
    }

    private static String id(ApplicationArguments line) {
        List<String> values = line.getOptionValues("id");
        if (values == null) {
            return UUID.randomUUID().toString();
        }
        if (values.size() != 1) {
            throw new IllegalStateException("--id needs one value, such as --id=worker-7");
        }
        return values.getFirst();
    }

    private static Set<Account.Use> uses(ApplicationArguments line) {
        List<String> values = line.getOptionValues("use");
        if (values == null) {
            return Set.of(Account.Use.SIGN_IN);
        }
        if (values.isEmpty()) {
            throw new IllegalStateException("--use needs a value; it is sign-in or program");
        }
        Set<Account.Use> uses = new LinkedHashSet<>();
        for (String value : values) {
            uses.add(
                    switch (value) {
                        case "sign-in" -> Account.Use.SIGN_IN;
                        case "program" -> Account.Use.PROGRAM;
                        default ->
                            throw new IllegalStateException("--use=" + value + " is unknown; it is sign-in or program");
                    });
        }
        return uses;
    }
}
