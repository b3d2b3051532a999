package org.yiqiao.center;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.yiqiao.binding.launch.ServiceLauncher;
import org.yiqiao.contracts.PlatformService;

/** The service that projects and measures what the others tell. */
@SpringBootApplication
public class GovernanceCenterApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    public static SpringApplication application() {
        return ServiceLauncher.createApplication(
                GovernanceCenterApplication.class, PlatformService.GOVERNANCE_CENTER, 8080);
    }
}
