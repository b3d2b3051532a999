package org.yiqiao.grid.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.support.territory.GeometryConverter;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Validates the rules of a territory: parents are known and one level up, outlines are valid, children lie in their
 * parents, and siblings do not overlap. Outlines drawn by hand never fit exactly. Up to a thousandth of the smaller
 * area can therefore stick out or overlap.
 */
final class TerritoryValidator {

    private static final double TOLERANCE = 0.001;

    private final String township;
    private final Map<String, Place> before;
    private final Map<String, Place> after;
    private final TerritoryMap others;
    private final Map<String, Geometry> outlines = new HashMap<>();
    private final List<TerritoryRuleViolation> violations = new ArrayList<>();

    TerritoryValidator(String township, Map<String, Place> before, Territory after, TerritoryMap others) {
        this.township = township;
        this.before = before;
        this.after = after.placesByCode();
        this.others = others;
    }

    /** Returns the violations that the changes would cause. Geometry is checked only if the tree of places is valid. */
    List<TerritoryRuleViolation> validate(List<Place> changed) {
        changed.forEach(this::checkPosition);
        if (violations.isEmpty()) {
            after.values().forEach(this::outline);
        }
        if (violations.isEmpty()) {
            after.values().forEach(this::checkContainment);
            checkOverlaps();
            checkNeighbours();
        }
        return violations;
    }

    private void checkPosition(Place place) {
        Place known = before.get(place.code());
        if (place.level() == TerritoryLevel.TOWNSHIP) {
            addViolationIf(place.parent() != null, "territory.parent-of-township", place, place.parent());
            addViolationIf(!place.code().equals(township), "territory.second-township", place, township);
            checkCode(place);
            return;
        }
        Place parent = after.get(place.parent());
        if (parent == null) {
            addViolation("territory.unknown-parent", place, place.parent());
            return;
        }
        TerritoryLevel above = place.level().parentLevel().orElseThrow();
        addViolationIf(parent.level() != above, "territory.wrong-parent", place, parent.code());
        addViolationIf(
                known != null && (known.level() != place.level() || !Objects.equals(known.parent(), place.parent())),
                "territory.moved",
                place,
                known == null ? null : known.parent());
        checkCode(place);
    }

    private void checkCode(Place place) {
        others.path(place.code()).stream()
                .findFirst()
                .filter(owner -> !owner.equals(township) && !before.containsKey(place.code()))
                .ifPresent(owner -> addViolation("territory.code-taken", place, owner));
    }

    private void outline(Place place) {
        try {
            Geometry outline = GeometryConverter.toGeometry(place.boundary());
            outlines.put(place.code(), outline);
            addViolationIf(!outline.isValid() || outline.getArea() == 0, "territory.broken-polygon", place, null);
        } catch (IllegalArgumentException e) {
            addViolation("territory.broken-polygon", place, null);
        }
    }

    private void checkContainment(Place place) {
        if (place.parent() != null) {
            Geometry inner = outline(place.code());
            Geometry outer = outline(place.parent());
            boolean sticksOut = !outer.covers(inner) && inner.difference(outer).getArea() > TOLERANCE * inner.getArea();
            addViolationIf(sticksOut, "territory.outside-parent", place, place.parent());
        }
    }

    private void checkOverlaps() {
        Map<String, STRtree> siblings = new HashMap<>();
        for (Place place : after.values()) {
            Geometry outline = outline(place.code());
            STRtree index = siblings.computeIfAbsent(String.valueOf(place.parent()), ignored -> new STRtree());
            index.insert(outline.getEnvelopeInternal(), place);
        }
        for (Place place : after.values()) {
            Optional.ofNullable(siblings.get(String.valueOf(place.parent())))
                    .map(index -> candidates(index, outline(place.code())))
                    .orElseGet(Stream::empty)
                    .filter(other -> other.code().compareTo(place.code()) < 0)
                    .filter(other -> overlaps(outline(place.code()), outline(other.code())))
                    .forEach(other -> addViolation("territory.overlap", place, other.code()));
        }
    }

    private void checkNeighbours() {
        Place town = after.get(township);
        if (town != null) {
            others.townships().stream()
                    .filter(other -> !other.code().equals(township))
                    .filter(other -> overlaps(outline(township), GeometryConverter.toGeometry(other.boundary())))
                    .forEach(other -> addViolation("territory.overlap", town, other.code()));
        }
    }

    private Geometry outline(String code) {
        return Objects.requireNonNull(outlines.get(code));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Place> candidates(STRtree tree, Geometry outline) {
        return ((List<Place>) tree.query(outline.getEnvelopeInternal())).stream();
    }

    private static boolean overlaps(Geometry one, Geometry other) {
        return one.intersects(other)
                && !one.touches(other)
                && one.intersection(other).getArea() > TOLERANCE * Math.min(one.getArea(), other.getArea());
    }

    private void addViolationIf(boolean violated, String violation, Place place, @Nullable String other) {
        if (violated) {
            addViolation(violation, place, other);
        }
    }

    private void addViolation(String violation, Place place, @Nullable String other) {
        violations.add(new TerritoryRuleViolation(violation, place.code(), place.name(), other == null ? "" : other));
    }
}
