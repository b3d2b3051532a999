package org.yiqiao.identity.signin;

import org.springframework.context.support.ResourceBundleMessageSource;

/** The texts of the sign-in pages, in Chinese and English. */
final class SignInPageMessages {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    SignInPageMessages() {
        messages.setBasename("sign-in/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    String text(String key, SignInPageLanguage language) {
        return messages.getMessage(key, null, language.locale());
    }
}
