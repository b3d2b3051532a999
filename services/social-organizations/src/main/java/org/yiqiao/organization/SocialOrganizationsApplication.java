package org.yiqiao.organization;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.yiqiao.binding.launch.ServiceApplicationFactory;
import org.yiqiao.contracts.PlatformService;

/** The service that owns social organizations and the help that they give. */
@SpringBootApplication
public class SocialOrganizationsApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    public static SpringApplication application() {
        return ServiceApplicationFactory.createApplication(
                SocialOrganizationsApplication.class, PlatformService.SOCIAL_ORGANIZATIONS, 8083);
    }
}
