package org.yiqiao.request.contacts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The name, telephone number and email address of a person. A blank field is a field that is not given.
 *
 * @param name name of the person
 * @param phone telephone number: digits, blanks, brackets and dashes, with an optional plus in front
 * @param email email address
 */
public record Contact(
        @Nullable @Size(max = 100) String name,

        @Nullable @Pattern(regexp = "\\+?[0-9 ()-]{5,30}", message = "{contact.phone}")
        String phone,

        @Nullable @Email @Size(max = 200) String email) {

    public Contact {
        name = nullIfBlank(name);
        phone = nullIfBlank(phone);
        email = nullIfBlank(email);
    }

    /** Returns whether no field is given. */
    public boolean hasNoField() {
        return name == null && phone == null && email == null;
    }

    /** Returns a copy in which the fields that are not given keep the values of an earlier contact. */
    Contact orElse(Contact earlier) {
        return new Contact(
                name == null ? earlier.name : name,
                phone == null ? earlier.phone : phone,
                email == null ? earlier.email : email);
    }

    private static @Nullable String nullIfBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Returns a text without the personal data, because the text can end up in logs. */
    @Override
    public String toString() {
        return "Contact[…]";
    }

    /**
     * Returns a masked copy for other callers. The copy shows the first letter of the name, the last two characters of
     * the number, and the host of the email address. A number of at least eight characters also shows its first three.
     */
    Contact masked() {
        return new Contact(
                name == null ? null : name.substring(0, name.offsetByCodePoints(0, 1)) + "**",
                phone == null
                        ? null
                        : (phone.length() < 8 ? "" : phone.substring(0, 3)) + "****"
                                + phone.substring(phone.length() - 2),
                email == null ? null : "***" + email.substring(Math.max(email.lastIndexOf('@'), 0)));
    }
}
