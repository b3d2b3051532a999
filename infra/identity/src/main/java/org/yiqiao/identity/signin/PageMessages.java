package org.yiqiao.identity.signin;

import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of the pages, in Chinese and English. */
final class PageMessages {

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

    PageMessages() {
        words.setBasename("sign-in/messages");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
    }

    String text(String word, PageLanguage language) {
        return words.getMessage(word, null, language.locale());
    }
}
