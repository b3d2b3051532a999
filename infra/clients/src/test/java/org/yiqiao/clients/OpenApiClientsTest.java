package org.yiqiao.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.PlatformService;

/**
 * Clients that are generated from the OpenAPI documents of the running services compile, and take the tour of the
 * README.
 */
class OpenApiClientsTest {

    private static final Path GENERATOR =
            Path.of("target/openapi-generator.jar").toAbsolutePath();

    private final DemoTown town = DemoTown.shared();

    @TempDir
    private Path folder;

    @Test
    void javaClientsCompileAndTakeTheTour() throws Exception {
        Path sources = folder.resolve("sources");
        for (PlatformService service : PlatformService.values()) {
            generateJavaClient(service, sources);
        }
        Files.copy(Path.of("src/test/tour/Tour.java.txt"), sources.resolve("Tour.java"));
        Path classes = GeneratedSources.compile(sources, folder.resolve("classes"));

        String classPath = classes + File.pathSeparator + System.getProperty("java.class.path");
        assertThat(runTour(folder, ExternalProgram.java(), "-cp", classPath, "Tour"))
                .contains("tour completed");
    }

    @Test
    void typeScriptClientsCompileAndTakeTheTour() throws Exception {
        Path packages = NodePackages.install();
        for (PlatformService service : PlatformService.values()) {
            Path document = writeOpenApi(service);
            new ExternalProgram(
                            packages,
                            "node",
                            "node_modules/openapi-typescript/bin/cli.js",
                            document.toString(),
                            "-o",
                            service.id() + ".ts")
                    .run();
        }
        new ExternalProgram(packages, "node", "node_modules/typescript/bin/tsc", "-p", ".").run();

        assertThat(runTour(packages, "node", "tour/tour.js")).contains("tour completed");
    }

    private void generateJavaClient(PlatformService service, Path sources) throws IOException, InterruptedException {
        Path project = folder.resolve(service.id());
        String name = "org.example." + packageName(service);
        new ExternalProgram(
                        folder,
                        ExternalProgram.java(),
                        "-jar",
                        GENERATOR.toString(),
                        "generate",
                        "--generator-name=java",
                        "--library=native",
                        "--input-spec=" + writeOpenApi(service),
                        "--output=" + project,
                        "--invoker-package=" + name,
                        "--api-package=" + name + ".api",
                        "--model-package=" + name + ".model",
                        "--additional-properties=useJakartaEe=true,openApiNullable=false")
                .run();
        Files.createDirectories(sources);
        Files.move(project.resolve("src/main/java"), sources.resolve(service.id()));
    }

    private static String packageName(PlatformService service) {
        return switch (service) {
            case GRID_MANAGEMENT -> "grids";
            case RESIDENT_REQUESTS -> "requests";
            case SOCIAL_ORGANIZATIONS -> "organizations";
            case GOVERNANCE_CENTER -> "center";
        };
    }

    private Path writeOpenApi(PlatformService service) throws IOException {
        return Files.writeString(folder.resolve(service.id() + ".json"), town.openApi(service));
    }

    private String runTour(Path workingDirectory, String... command) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "REQUESTS", town.address(PlatformService.RESIDENT_REQUESTS).toString(),
                "CENTER", town.address(PlatformService.GOVERNANCE_CENTER).toString(),
                "RESIDENT", town.token("resident"),
                "WORKER", town.token("community-worker"),
                "CHIEF", town.token("grid-chief"));
        return new ExternalProgram(workingDirectory, environment, List.of(command)).run();
    }
}
