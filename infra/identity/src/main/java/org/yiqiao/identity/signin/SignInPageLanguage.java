package org.yiqiao.identity.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of the sign-in pages. */
enum SignInPageLanguage {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    SignInPageLanguage(Locale locale) {
        this.locale = locale;
    }

    /** Returns the value for {@code <html lang>}. */
    String tag() {
        return locale.toLanguageTag();
    }

    Locale locale() {
        return locale;
    }

    SignInPageLanguage other() {
        return this == ZH ? EN : ZH;
    }

    /**
     * @param tags language tags separated by spaces, the preferred one first, as in OpenID Connect's {@code ui_locales}
     */
    static Optional<SignInPageLanguage> of(@Nullable String tags) {
        return tags == null
                ? Optional.empty()
                : Arrays.stream(tags.split(" ", -1))
                        .flatMap(tag -> of(Locale.forLanguageTag(tag)).stream())
                        .findFirst();
    }

    static Optional<SignInPageLanguage> of(Locale locale) {
        return Arrays.stream(values())
                .filter(language -> language.locale.getLanguage().equals(locale.getLanguage()))
                .findFirst();
    }
}
