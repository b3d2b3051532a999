package org.yiqiao.center;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.yiqiao.contracts.Service;
import org.yiqiao.support.launch.ServiceLauncher;

/** The service that projects and measures what the others tell. */
@SpringBootApplication
public class GovernanceCenter {

    public static void main(String[] args) {
        application().run(args);
    }

    public static SpringApplication application() {
        return ServiceLauncher.of(GovernanceCenter.class, Service.GOVERNANCE_CENTER, 8080);
    }
}
