package org.yiqiao.request.contacts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The name, telephone number and email address of a person. */
public record Contact(
        @Nullable @Size(max = 100) String name,
        @Nullable @Pattern(regexp = "\\+?[0-9 ()-]{5,30}") String phone,
        @Nullable @Email @Size(max = 200) String email) {

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
                name == null || name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**",
                phone == null
                        ? null
                        : (phone.length() < 8 ? "" : phone.substring(0, 3)) + "****"
                                + phone.substring(phone.length() - 2),
                email == null ? null : "***" + email.substring(Math.max(email.lastIndexOf('@'), 0)));
    }
}
