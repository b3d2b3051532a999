package org.yiqiao.organization;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.yiqiao.contracts.Service;
import org.yiqiao.support.launch.ServiceLauncher;

/** The service that owns organizations and the help that they give. */
@SpringBootApplication
public class SocialOrganizations {

    public static void main(String[] args) {
        application().run(args);
    }

    public static SpringApplication application() {
        return ServiceLauncher.of(SocialOrganizations.class, Service.SOCIAL_ORGANIZATIONS, 8083);
    }
}
