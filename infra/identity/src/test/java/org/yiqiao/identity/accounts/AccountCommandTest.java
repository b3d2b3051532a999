package org.yiqiao.identity.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

class AccountCommandTest {

    private static final String WORKER = "community-worker@330109106004";

    @TempDir
    private Path dataDir;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void addedAccountSignsInWithThePrintedPassword() throws IOException {
        assertThat(run("wang-worker", WORKER, "--id=worker-7")).isZero();

        Account account = accounts().findByName("wang-worker").orElseThrow();
        assertThat(account.id()).isEqualTo("worker-7");
        assertThat(account.postClaimValues()).containsExactly(WORKER);
        assertThat(account.hasUse(Account.Use.SIGN_IN)).isTrue();
        assertThat(new AccountPasswordEncoder().matches(printedPassword(), account.password()))
                .isTrue();
    }

    @Test
    void accountOfAProgramIsAdded() throws IOException {
        assertThat(run("reports", WORKER, "--use=program")).isZero();

        assertThat(accounts().findByName("reports").orElseThrow().uses()).containsExactly(Account.Use.PROGRAM);
    }

    @Test
    void accountsAndCommentsOfPeopleStay() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), """
                # the township's staff
                yiqiao:
                  identity:
                    accounts:
                      chen: # on leave until May
                        id: "chen-1"
                        password: "{bcrypt}$2y$10$abcdefghijklmnopqrstuv"
                        posts: ["grid-chief@330109106004001"]
                """);

        assertThat(run("wang-worker", WORKER)).isZero();

        assertThat(Files.readString(file())).contains("# the township's staff", "# on leave until May");
        assertThat(accounts().findByName("chen").orElseThrow().id()).isEqualTo("chen-1");
        assertThat(accounts().findByName("wang-worker")).isPresent();
    }

    @Test
    void nameThatExistsIsRefused() throws IOException {
        run("wang-worker", WORKER);
        String before = Files.readString(file());

        assertThat(run("wang-worker", WORKER)).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("An account wang-worker exists already.");
        assertThat(file()).hasContent(before);
    }

    @Test
    void idThatExistsIsRefused() {
        run("wang-worker", WORKER, "--id=worker-7");

        assertThat(run("li-worker", WORKER, "--id=worker-7")).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("The account wang-worker has the id worker-7 already.");
    }

    @Test
    void invalidAccountIsNotWritten() {
        assertThat(run("wang-worker", "worker at 330109106004")).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("\"worker at 330109106004\" is not a post");
        assertThat(file()).doesNotExist();
    }

    @Test
    void unknownUseNamesTheKnownOnes() {
        assertThat(run("wang-worker", WORKER, "--use=api")).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("it is sign-in or program");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--use", "--id"})
    void optionWithoutAValueIsRefused(String option) {
        assertThat(run("wang-worker", WORKER, option)).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains(option + " needs ");
        assertThat(file()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# staff\n"})
    void fileWithoutAccountsGetsTheFirst(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);

        assertThat(run("wang-worker", WORKER)).isZero();

        assertThat(Files.readString(file())).contains(text.strip());
        assertThat(accounts().findByName("wang-worker")).isPresent();
    }

    @Test
    void missingPostShowsTheUsage() {
        assertThat(run("wang-worker")).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("account NAME POST...");
    }

    @Test
    void brokenFileIsNamedAndKept() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "yiqiao: [");

        assertThat(run("wang-worker", WORKER)).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains(file().toString(), "is not valid YAML");
        assertThat(file()).hasContent("yiqiao: [");
    }

    @Test
    void onlyTheUserOfTheProcessReadsTheFile() throws IOException {
        run("wang-worker", WORKER);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    private int run(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--yiqiao.data-dir=" + dataDir;
        return new AccountCommand(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)).run(all);
    }

    private String printedPassword() {
        return out.toString(UTF_8)
                .lines()
                .filter(line -> line.startsWith("Password: "))
                .findFirst()
                .orElseThrow()
                .substring("Password: ".length());
    }

    /** Reads the accounts as identity does when it starts. */
    private AccountDirectory accounts() throws IOException {
        var sources = new YamlPropertySourceLoader().load("accounts", new FileSystemResource(file()));
        AccountProperties properties = new Binder(ConfigurationPropertySources.from(sources))
                .bind("yiqiao.identity", AccountProperties.class)
                .orElseGet(() -> new AccountProperties(Map.of()));
        return new AccountDirectory(properties.accounts(), false);
    }

    private Path file() {
        return dataDir.resolve("identity/accounts.yml");
    }
}
