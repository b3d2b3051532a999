package org.yiqiao.identity.accounts;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.yiqiao.identity.IdentityProperties;

@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new AccountPasswordEncoder();
    }

    @Bean
    AccountDirectory accounts(
            AccountProperties properties,
            IdentityProperties identity,
            ServerProperties server,
            PasswordEncoder passwordEncoder)
            throws IOException {
        Map<String, AccountProperties.Entry> entries = properties.accounts();
        return new AccountDirectory(
                entries.isEmpty()
                        ? new InitialAdministratorFactory(identity.folder(), passwordEncoder).create()
                        : entries,
                isLoopback(server));
    }

    private static boolean isLoopback(ServerProperties server) {
        return Optional.ofNullable(server.getAddress())
                .map(InetAddress::isLoopbackAddress)
                .orElse(false);
    }
}
