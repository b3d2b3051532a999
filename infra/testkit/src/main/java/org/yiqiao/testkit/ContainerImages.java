package org.yiqiao.testkit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.stream.Collectors;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** The images of a container engine. Nothing here fetches an image, because a registry that is blocked can hang. */
final class ContainerImages {

    private ContainerImages() {}

    /**
     * Checks that the local engine has the images.
     *
     * @param names names as in a Dockerfile; the name substitution that Testcontainers is configured with applies
     * @throws IllegalStateException if no engine runs or images are missing; its message has the commands to fetch them
     */
    static void require(List<String> names) {
        require(
                DockerClientProviderStrategy.getClientForConfig(
                        DockerClientFactory.instance().getTransportConfig()),
                names);
    }

    static void require(DockerClient engine, List<String> names) {
        List<String> missing = names.stream()
                .map(name -> ImageNameSubstitutor.instance()
                        .apply(DockerImageName.parse(name))
                        .asCanonicalNameString())
                .filter(name -> !isPresent(engine, name))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(missing.stream()
                    .map(name -> "docker pull " + name)
                    .collect(Collectors.joining(
                            " && ", "The container engine lacks images of the tests. Fetch them with: ", "")));
        }
    }

    private static boolean isPresent(DockerClient engine, String name) {
        try {
            engine.inspectImageCmd(name).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
