package org.yiqiao.request.contacts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How to reach a person. */
public record Contact(
        @Nullable @Size(max = 100) String name,
        @Nullable @Pattern(regexp = "\\+?[0-9 ()-]{5,30}") String phone,
        @Nullable @Email @Size(max = 200) String email) {

    /** Without its content, which would end up wherever it is printed. */
    @Override
    public String toString() {
        return "Contact[…]";
    }

    /**
     * What others may see: the first letter of the name, the last two digits of the number and the first three of one
     * that is long enough, the mail's host.
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
