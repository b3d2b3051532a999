package org.yiqiao.identity.signin;

import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of the pages, in Chinese and English. */
final class Words {

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

    Words() {
        words.setBasename("sign-in/words");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
    }

    String of(String word, Language language) {
        return words.getMessage(word, null, language.locale());
    }
}
