package org.yiqiao.grid;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.yiqiao.binding.launch.ServiceApplicationFactory;
import org.yiqiao.contracts.PlatformService;

/** The service that owns places and the posts of grid chiefs. */
@SpringBootApplication
public class GridManagementApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    public static SpringApplication application() {
        return ServiceApplicationFactory.createApplication(
                GridManagementApplication.class, PlatformService.GRID_MANAGEMENT, 8081);
    }
}
