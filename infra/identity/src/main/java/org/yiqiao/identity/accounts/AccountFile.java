package org.yiqiao.identity.accounts;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.representer.Representer;
import org.yiqiao.identity.OwnerOnlyFile;

/**
 * The file {@code accounts.yml}, which people may edit too: their comments and the order of accounts stay. Only the
 * user of the process can read it.
 */
final class AccountFile {

    private static final List<String> PATH = List.of("yiqiao", "identity", "accounts");
    private static final String NONE = """
            yiqiao:
              identity:
                accounts: {}
            """;
    private static final String EMPTY = """
            # Accounts of people that sign in and of programs that fetch tokens. Read when identity starts.
            # id: pseudonymous and permanent; services and events contain it.
            # password: encoded, for example with htpasswd -nBC 12 NAME | sed 's/.*:/{bcrypt}/'
            # posts: role@scope.  uses: sign-in (the default), program, or both.
            """ + NONE;

    private final Path file;
    private final Yaml yaml;

    /** @param folder of identity */
    AccountFile(Path folder) {
        file = folder.resolve("accounts.yml");
        LoaderOptions reading = new LoaderOptions();
        reading.setProcessComments(true);
        DumperOptions writing = new DumperOptions();
        writing.setProcessComments(true);
        writing.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        writing.setWidth(Integer.MAX_VALUE);
        yaml = new Yaml(new SafeConstructor(reading), new Representer(writing), writing, reading);
    }

    Path path() {
        return file;
    }

    /**
     * Adds an account. Creates the file if it does not exist. Another process sees the file with or without the
     * account, never a part of it.
     *
     * @throws AccountFileException if the file is not readable as accounts, or has an account of this name or id
     */
    void add(String name, AccountProperties.Entry entry) throws IOException {
        Node root = parse(withAccounts(Files.exists(file) ? Files.readString(file) : ""));
        MappingNode accounts = accounts(root);
        for (NodeTuple account : accounts.getValue()) {
            if (name.equals(scalar(account.getKeyNode()))) {
                throw new AccountFileException("An account " + name + " exists already.");
            }
            if (child(account.getValueNode(), "id")
                    .map(AccountFile::scalar)
                    .filter(id -> id.equals(entry.id()))
                    .isPresent()) {
                throw new AccountFileException(
                        "The account " + scalar(account.getKeyNode()) + " has the id " + entry.id() + " already.");
            }
        }
        List<NodeTuple> more = new ArrayList<>(accounts.getValue());
        more.addAll(((MappingNode) parse(AccountYaml.of(name, entry))).getValue());
        accounts.setValue(more);
        accounts.setFlowStyle(DumperOptions.FlowStyle.BLOCK);
        StringWriter changed = new StringWriter();
        yaml.serialize(root, changed);
        OwnerOnlyFile.replace(file, changed.toString());
    }

    /** Returns the text, with an empty list of accounts if it has nothing but comments. */
    private static String withAccounts(String text) {
        if (text.isBlank()) {
            return EMPTY;
        }
        return text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))
                ? text.stripTrailing() + "\n" + NONE
                : text;
    }

    private Node parse(String text) {
        try {
            return yaml.compose(new StringReader(text));
        } catch (YAMLException e) {
            throw new AccountFileException(file + " is not valid YAML: " + e.getMessage(), e);
        }
    }

    private MappingNode accounts(Node root) {
        Optional<Node> node = Optional.of(root);
        for (String key : PATH) {
            node = node.flatMap(parent -> child(parent, key));
        }
        return node.filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .orElseThrow(() -> new AccountFileException(file + " has no accounts under " + String.join(".", PATH)));
    }

    private static Optional<Node> child(Node parent, String key) {
        return parent instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> key.equals(scalar(tuple.getKeyNode())))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                : Optional.empty();
    }

    private static @Nullable String scalar(Node node) {
        return node instanceof ScalarNode text ? text.getValue() : null;
    }
}
