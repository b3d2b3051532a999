package org.yiqiao.edge.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.openapi.RejectionScanner.MethodKey;

/** A class of the platform as read from its bytecode: its methods with their calls and literal rejections. */
record ScannedClass(List<String> supertypes, Map<MethodKey, ScannedMethod> methods) {

    static final String PLATFORM = "org/yiqiao/";

    private static final String REJECTION = PLATFORM + "core/decider/Rejection";
    private static final Pattern CODE = Pattern.compile("[a-z\\x01][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");

    /** The methods that create a rejection. */
    private static final Map<String, Rejection.Reason> REASONS = Map.of(
            "malformed", Rejection.Reason.MALFORMED,
            "invalid", Rejection.Reason.INVALID,
            "conflict", Rejection.Reason.CONFLICT,
            "forbidden", Rejection.Reason.FORBIDDEN,
            "notFound", Rejection.Reason.NOT_FOUND,
            "overloaded", Rejection.Reason.OVERLOADED,
            "stale", Rejection.Reason.STALE);

    /** Returns the class; null if it is not on the class path. */
    static @Nullable ScannedClass read(String name, ClassLoader loader) {
        try (InputStream bytes = loader.getResourceAsStream(name + ".class")) {
            if (bytes == null) {
                return null;
            }
            Collector collector = new Collector(name);
            ClassReader reader = new ClassReader(bytes);
            reader.accept(collector, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return new ScannedClass(
                    Stream.concat(Stream.ofNullable(reader.getSuperName()), Arrays.stream(reader.getInterfaces()))
                            .toList(),
                    collector.methods);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Collector extends ClassVisitor {

        private final String owner;
        private final Map<MethodKey, ScannedMethod> methods = new HashMap<>();

        Collector(String owner) {
            super(SpringAsmInfo.ASM_VERSION);
            this.owner = owner;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            ScannedMethod method = new ScannedMethod();
            if ((access & Opcodes.ACC_ABSTRACT) == 0) {
                methods.put(new MethodKey(owner, name, descriptor), method);
            }
            return new Body(method);
        }
    }

    private static final class Body extends MethodVisitor {

        private final ScannedMethod method;
        private final List<String> pendingCodes = new ArrayList<>();

        Body(ScannedMethod method) {
            super(SpringAsmInfo.ASM_VERSION);
            this.method = method;
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String text && CODE.matcher(text).matches()) {
                pendingCodes.add(text);
            }
        }

        @Override
        public void visitEnd() {
            method.literals().addAll(pendingCodes);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (opcode == Opcodes.GETSTATIC && descriptor.equals("L" + REJECTION + ";")) {
                method.calls().add(new MethodKey(owner, "<clinit>", "()V"));
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            Rejection.Reason reason = owner.equals(REJECTION) ? REASONS.get(name) : null;
            if (reason == Rejection.Reason.STALE) {
                method.rejections()
                        .add(RejectionCode.of(reason, Rejection.stale(0).code()));
            } else if (reason != null && pendingCodes.isEmpty()) {
                method.reasons().add(reason);
            } else if (reason != null) {
                pendingCodes.forEach(code -> method.rejections().add(RejectionCode.of(reason, code)));
                pendingCodes.clear();
            } else if (owner.startsWith(PLATFORM)) {
                method.calls().add(new MethodKey(owner, name, descriptor));
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle called && called.getOwner().startsWith(PLATFORM)) {
                    method.calls().add(new MethodKey(called.getOwner(), called.getName(), called.getDesc()));
                } else if (argument instanceof String recipe
                        && CODE.matcher(recipe).matches()) {
                    pendingCodes.add(recipe);
                }
            }
        }
    }
}
