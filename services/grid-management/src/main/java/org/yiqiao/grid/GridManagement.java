package org.yiqiao.grid;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.yiqiao.contracts.Service;
import org.yiqiao.support.launch.ServiceLauncher;

/** The service that owns places and who answers for them. */
@SpringBootApplication
public class GridManagement {

    public static void main(String[] args) {
        application().run(args);
    }

    public static SpringApplication application() {
        return ServiceLauncher.of(GridManagement.class, Service.GRID_MANAGEMENT, 8081);
    }
}
