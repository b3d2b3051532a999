package org.yiqiao.request.intake.imports;

import static org.yiqiao.request.intake.imports.RequestField.ADDRESS;
import static org.yiqiao.request.intake.imports.RequestField.CLOSED;
import static org.yiqiao.request.intake.imports.RequestField.DESCRIPTION;
import static org.yiqiao.request.intake.imports.RequestField.ID;
import static org.yiqiao.request.intake.imports.RequestField.LATITUDE;
import static org.yiqiao.request.intake.imports.RequestField.LONGITUDE;
import static org.yiqiao.request.intake.imports.RequestField.MEDIA_URL;
import static org.yiqiao.request.intake.imports.RequestField.PLACE_CODE;
import static org.yiqiao.request.intake.imports.RequestField.REQUESTED;
import static org.yiqiao.request.intake.imports.RequestField.SERVICE;
import static org.yiqiao.request.intake.imports.RequestField.SERVICE_CODE;
import static org.yiqiao.request.intake.imports.RequestField.STATUS;
import static org.yiqiao.request.intake.imports.RequestField.UPDATED;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mappings that every installation has. The columns are those of the public exports of each city. */
final class BuiltInMappings {

    /** The names of Open311; the mapping of an import that names none. */
    static final ImportMapping OPEN311 = mapping(
            "open311",
            Arrays.stream(RequestField.values())
                    .collect(Collectors.toMap(field -> field, field -> List.of(field.openName()))),
            statuses(List.of("open"), List.of("closed")),
            null,
            null);

    /** Exports of the 12345 hotline with Chinese headers. */
    static final ImportMapping HOTLINE_ZH = mapping(
            "12345-zh",
            Map.ofEntries(
                    Map.entry(ID, List.of("工单编号", "工单号", "诉求编号", "受理编号", "案件编号", "编号")),
                    Map.entry(STATUS, List.of("工单状态", "办理状态", "处理状态", "当前状态", "状态")),
                    Map.entry(SERVICE, List.of("诉求分类", "事项分类", "问题分类", "诉求类别", "问题类别", "问题类型", "诉求类型", "工单类型")),
                    Map.entry(SERVICE_CODE, List.of("分类编码", "事项编码", "分类代码")),
                    Map.entry(DESCRIPTION, List.of("诉求内容", "工单内容", "问题描述", "反映内容", "诉求标题", "标题")),
                    Map.entry(REQUESTED, List.of("受理时间", "来电时间", "登记时间", "诉求时间", "反映时间", "创建时间", "提交时间")),
                    Map.entry(UPDATED, List.of("更新时间", "最后处理时间", "修改时间")),
                    Map.entry(CLOSED, List.of("办结时间", "结案时间", "完成时间", "归档时间")),
                    Map.entry(ADDRESS, List.of("事发地址", "诉求地址", "事发地点", "发生地址", "详细地址", "地址")),
                    Map.entry(LATITUDE, List.of("纬度")),
                    Map.entry(LONGITUDE, List.of("经度")),
                    Map.entry(PLACE_CODE, List.of("微网格编码", "网格编码", "网格编号", "网格代码", "社区编码", "社区编号", "社区代码")),
                    Map.entry(MEDIA_URL, List.of("图片地址", "图片链接", "附件地址"))),
            statuses(
                    List.of(
                            "待受理", "已受理", "待派单", "待派发", "待派遣", "已派单", "已派发", "已派遣", "已转办", "待签收", "已签收", "待办理", "办理中",
                            "处理中", "在办", "未办结", "待审核", "待核查", "待回访", "延期中", "申请延期", "退回", "已退回", "退单", "重办", "挂账",
                            "督办"),
                    List.of(
                            "办结", "已办结", "即时办结", "结案", "已结案", "已完成", "已归档", "已回访", "已评价", "已答复", "直接答复", "已关闭", "已撤销",
                            "已作废")),
            "Asia/Shanghai",
            null);

    /** Exports of the 12345 hotline with English headers. */
    static final ImportMapping HOTLINE_EN = mapping(
            "12345-en",
            Map.ofEntries(
                    Map.entry(
                            ID,
                            List.of("Work Order No.", "Work Order No", "Work Order Number", "Order No.", "Case No.")),
                    Map.entry(STATUS, List.of("Work Order Status", "Handling Status", "Status")),
                    Map.entry(SERVICE, List.of("Request Category", "Category", "Request Type", "Type")),
                    Map.entry(SERVICE_CODE, List.of("Category Code")),
                    Map.entry(DESCRIPTION, List.of("Request Content", "Content", "Description", "Title")),
                    Map.entry(REQUESTED, List.of("Acceptance Time", "Accepted Time", "Call Time", "Created Time")),
                    Map.entry(UPDATED, List.of("Updated Time", "Last Updated")),
                    Map.entry(CLOSED, List.of("Completion Time", "Closing Time", "Closed Time")),
                    Map.entry(ADDRESS, List.of("Incident Address", "Address")),
                    Map.entry(LATITUDE, List.of("Latitude")),
                    Map.entry(LONGITUDE, List.of("Longitude")),
                    Map.entry(PLACE_CODE, List.of("Micro-grid Code", "Grid Code", "Community Code")),
                    Map.entry(MEDIA_URL, List.of("Picture URL", "Attachment URL"))),
            statuses(
                    List.of(
                            "To be accepted",
                            "Accepted",
                            "To be dispatched",
                            "Dispatched",
                            "Transferred",
                            "Received",
                            "In progress",
                            "Processing",
                            "To be verified",
                            "To be revisited",
                            "Extended",
                            "Returned",
                            "Rework",
                            "Pending"),
                    List.of("Completed", "Resolved", "Revisited", "Archived", "Answered", "Cancelled", "Canceled")),
            "Asia/Shanghai",
            null);

    /** MyLA311 Service Request Data. */
    static final ImportMapping LOS_ANGELES = mapping(
            "los-angeles",
            Map.ofEntries(
                    Map.entry(ID, List.of("SRNumber")),
                    Map.entry(STATUS, List.of("Status")),
                    Map.entry(SERVICE, List.of("RequestType")),
                    Map.entry(DESCRIPTION, List.of("ActionTaken")),
                    Map.entry(REQUESTED, List.of("CreatedDate")),
                    Map.entry(UPDATED, List.of("UpdatedDate")),
                    Map.entry(CLOSED, List.of("ClosedDate")),
                    Map.entry(ADDRESS, List.of("Address", "ApproximateAddress")),
                    Map.entry(LATITUDE, List.of("Latitude")),
                    Map.entry(LONGITUDE, List.of("Longitude"))),
            statuses(
                    List.of("Pending", "Forward", "Held", "In Progress"),
                    List.of("Cancelled", "Canceled", "Referred Out")),
            "America/Los_Angeles",
            DateOrder.MONTH_FIRST);

    /** NYC Open Data, 311 Service Requests. */
    static final ImportMapping NEW_YORK = mapping(
            "new-york",
            Map.ofEntries(
                    Map.entry(ID, List.of("Unique Key", "unique_key")),
                    Map.entry(STATUS, List.of("Status")),
                    Map.entry(SERVICE, List.of("Complaint Type", "complaint_type", "Problem")),
                    Map.entry(DESCRIPTION, List.of("Descriptor", "Problem Detail")),
                    Map.entry(REQUESTED, List.of("Created Date", "created_date")),
                    Map.entry(UPDATED, List.of("Resolution Action Updated Date", "resolution_action_updated_date")),
                    Map.entry(CLOSED, List.of("Closed Date", "closed_date")),
                    Map.entry(
                            ADDRESS,
                            List.of(
                                    "Incident Address",
                                    "incident_address",
                                    "Intersection Street 1 + Intersection Street 2",
                                    "Street Name")),
                    Map.entry(LATITUDE, List.of("Latitude")),
                    Map.entry(LONGITUDE, List.of("Longitude"))),
            statuses(
                    List.of("Pending", "Assigned", "In Progress", "Started", "Draft", "Unspecified", "Email Sent"),
                    List.of("Cancel")),
            "America/New_York",
            DateOrder.MONTH_FIRST);

    /** DataSF, 311 Cases. */
    static final ImportMapping SAN_FRANCISCO = mapping(
            "san-francisco",
            Map.ofEntries(
                    Map.entry(ID, List.of("CaseID", "service_request_id")),
                    Map.entry(STATUS, List.of("Status", "status_description")),
                    Map.entry(SERVICE, List.of("Category", "service_name")),
                    Map.entry(SERVICE_CODE, List.of("Request Type", "service_subtype")),
                    Map.entry(DESCRIPTION, List.of("Request Details", "service_details")),
                    Map.entry(REQUESTED, List.of("Opened", "requested_datetime")),
                    Map.entry(UPDATED, List.of("Updated", "updated_datetime")),
                    Map.entry(CLOSED, List.of("Closed", "closed_date")),
                    Map.entry(ADDRESS, List.of("Address")),
                    Map.entry(LATITUDE, List.of("Latitude", "lat")),
                    Map.entry(LONGITUDE, List.of("Longitude", "long")),
                    Map.entry(MEDIA_URL, List.of("Media URL", "media_url"))),
            statuses(List.of(), List.of()),
            "America/Los_Angeles",
            DateOrder.MONTH_FIRST);

    /** Chicago Data Portal, 311 Service Requests. */
    static final ImportMapping CHICAGO = mapping(
            "chicago",
            Map.ofEntries(
                    Map.entry(ID, List.of("SR_NUMBER")),
                    Map.entry(STATUS, List.of("STATUS")),
                    Map.entry(SERVICE, List.of("SR_TYPE")),
                    Map.entry(SERVICE_CODE, List.of("SR_SHORT_CODE")),
                    Map.entry(REQUESTED, List.of("CREATED_DATE")),
                    Map.entry(UPDATED, List.of("LAST_MODIFIED_DATE")),
                    Map.entry(CLOSED, List.of("CLOSED_DATE")),
                    Map.entry(ADDRESS, List.of("STREET_ADDRESS")),
                    Map.entry(LATITUDE, List.of("LATITUDE")),
                    Map.entry(LONGITUDE, List.of("LONGITUDE"))),
            statuses(List.of("Open - Dup"), List.of("Completed", "Completed - Dup", "Canceled", "Cancelled")),
            "America/Chicago",
            DateOrder.MONTH_FIRST);

    /**
     * Toronto Open Data, 311 Service Requests - Customer Initiated. The city publishes neither ids nor times of
     * closing. A closed request counts as closed when it was created.
     */
    static final ImportMapping TORONTO = new ImportMapping(
            "toronto",
            byName(Map.of(
                    STATUS, List.of("Status"),
                    SERVICE, List.of("Service Request Type"),
                    DESCRIPTION, List.of("Section"),
                    REQUESTED, List.of("Creation Date"),
                    CLOSED, List.of("Creation Date"),
                    ADDRESS, List.of("Intersection Street 1 + Intersection Street 2", "First 3 Chars of Postal Code"))),
            statuses(
                    List.of("New", "Initiated", "In-progress", "In progress", "Unknown"),
                    List.of("Completed", "Cancelled", "Canceled")),
            Map.of(),
            List.of(
                    "Creation Date",
                    "First 3 Chars of Postal Code",
                    "Intersection Street 1",
                    "Intersection Street 2",
                    "Ward",
                    "Service Request Type"),
            "America/Toronto",
            DateOrder.MONTH_FIRST);

    static final List<ImportMapping> ALL =
            List.of(OPEN311, HOTLINE_ZH, HOTLINE_EN, LOS_ANGELES, NEW_YORK, SAN_FRANCISCO, CHICAGO, TORONTO);

    private BuiltInMappings() {}

    static Optional<ImportMapping> named(String name) {
        return ALL.stream().filter(mapping -> mapping.name().equals(name)).findFirst();
    }

    private static ImportMapping mapping(
            String name,
            Map<RequestField, List<String>> columns,
            Map<String, String> statuses,
            @Nullable String zone,
            @Nullable DateOrder dates) {
        return new ImportMapping(name, byName(columns), statuses, Map.of(), List.of(), zone, dates);
    }

    private static Map<String, List<String>> byName(Map<RequestField, List<String>> columns) {
        return columns.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().openName(), Map.Entry::getValue));
    }

    private static Map<String, String> statuses(List<String> open, List<String> closed) {
        return Stream.concat(
                        open.stream().map(word -> Map.entry(word, "open")),
                        closed.stream().map(word -> Map.entry(word, "closed")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
