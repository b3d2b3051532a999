package org.yiqiao.center;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.yiqiao.binding.launch.ServiceApplicationFactory;
import org.yiqiao.contracts.PlatformService;

/** The governance center: projects the events of the other services and computes statistics from them. */
@SpringBootApplication
public class GovernanceCenterApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    public static SpringApplication application() {
        return ServiceApplicationFactory.createApplication(
                GovernanceCenterApplication.class, PlatformService.GOVERNANCE_CENTER, 8080);
    }
}
